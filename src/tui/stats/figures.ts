/** Returns days as a person says them: `0.5 d`, `12 d`, `5.2 mo`, `3.4 y`. */
export function daysText(days: number): string {
  if (days < 10) return `${Number(days.toFixed(1))} d`;
  if (days < 60) return `${Math.round(days)} d`;
  if (days < 365) return `${Number((days / 30).toFixed(1))} mo`;
  return `${Number((days / 365).toFixed(1))} y`;
}

/** Returns a count in at most four columns where it can: `999`, `1.2k`, `15k`, `1.2M`. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  if (count < 9_950) return `${(count / 1000).toFixed(1)}k`;
  if (count < 999_500) return `${Math.round(count / 1000)}k`;
  return `${(count / 1_000_000).toFixed(1)}M`;
}
