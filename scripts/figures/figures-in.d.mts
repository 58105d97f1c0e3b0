export interface Name {
  readonly name: string;
  readonly key: string;
}
export interface Figure {
  readonly subject: string;
  readonly key: string;
  readonly unit: string;
  readonly value: number;
  readonly digits: number;
  readonly text: string;
  readonly offset: number;
}
export function figuresIn(sentence: string, before?: Name | null): Figure[];
