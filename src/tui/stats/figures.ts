/** Gives a share, 0..1, as `91 %` (or `90.5 %` with a digit); a dash for none. */
export function percent(share: number | null, digits = 0): string {
  return share === null ? '–' : `${(share * 100).toFixed(digits)} %`;
}

/** Gives a time: `8.4 s`, `45 s`, `12 min`, `3 h 20 min`; a dash for none. */
export function timeText(ms: number | null): string {
  if (ms === null) return '–';
  const seconds = ms / 1000;
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 59.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Gives days as a person says them: `0.5 d`, `12 d`, `5.2 mo`, `3.4 y`. */
export function daysText(days: number): string {
  if (days < 10) return `${Number(days.toFixed(1))} d`;
  if (days < 60) return `${Math.round(days)} d`;
  if (days < 365) return `${Number((days / 30).toFixed(1))} mo`;
  return `${Number((days / 365).toFixed(1))} y`;
}

/** Gives a count in at most four columns where it can: `999`, `1.2k`, `15k`, `1.2M`. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  if (count < 9_950) return `${(count / 1000).toFixed(1)}k`;
  if (count < 999_500) return `${Math.round(count / 1000)}k`;
  return `${(count / 1_000_000).toFixed(1)}M`;
}
