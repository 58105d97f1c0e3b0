import type { Figure } from './figures-in.d.mts';

export interface PlacedFigure extends Figure {
  readonly card: string;
  readonly sentence: string;
}
export interface FigureGroup {
  readonly subject: string;
  readonly unit: string;
  readonly shared: number;
  readonly values: readonly { readonly value: number; readonly figures: readonly PlacedFigure[] }[];
}
export function differingGroups(figures: readonly PlacedFigure[]): FigureGroup[];
export function isSuspicious(group: FigureGroup): boolean;
