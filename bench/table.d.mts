export interface Result {
  readonly name: string;
  readonly unit: string;
  readonly statistic: string;
  readonly value: number;
  readonly p99: number;
  readonly limit: number | null;
  readonly ratio: number | null;
  readonly goal: number;
  readonly met: boolean;
  readonly percent?: boolean;
}
export interface Growth {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { size: number; cost: number }[];
  readonly exponent: number | null;
}
export function resultTable(results: readonly Result[]): string;
export function growthTable(growth: readonly Growth[]): string;
