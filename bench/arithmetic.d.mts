export function percentile(values: readonly number[], share: number): number;
export function median(values: readonly number[]): number;
export function exponent(points: readonly { size: number; cost: number }[]): number | null;

interface Row {
  readonly name: string;
  readonly taken: string;
  readonly goal: number;
  readonly limit?: string;
  readonly statistic?: string;
  readonly unit?: string;
}
export function judge(
  row: Row,
  samples: Readonly<Record<string, readonly number[]>>,
): { value: number; limit: number | null; ratio: number | null; met: boolean };
