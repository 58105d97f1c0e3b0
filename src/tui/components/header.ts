import stringWidth from 'string-width';
import type { Paint } from '../../model/text/ansi.js';
import { type Progress, progressText } from '../../review/progress.js';
import { rowLine, type StyledPiece } from './styled-line.js';

export interface HeaderProps {
  readonly width: number;
  readonly emoji: string;
  readonly title: string;
  readonly part: string;
  /** Null while the stars are hidden. */
  readonly stars: string | null;
  readonly companies: string;
  readonly flagged: boolean;
  /** Something is wrong with the card's text. */
  readonly defect: boolean;
  readonly cram: boolean;
  readonly progress: Progress;
  /** How much of the session, or of the plan's time today, is done: 0..1. */
  readonly share: number;
  /** How the plan in force stands, at most as long as `planWidth` gives; empty for none. */
  readonly plan: string;
  readonly counts: { readonly fresh: number; readonly learning: number; readonly due: number };
}

/** Columns from which the counts are named. */
const ROOMY = 72;
/** Columns below which the plan gets no place, and those that the bar beside it keeps. */
const PLAN_FROM = 48;
const MIN_BAR_WIDTH = 8;

/** Columns that the header has for the plan, beside the bar; 0 for none. */
export function planWidth(columns: number): number {
  return columns < PLAN_FROM ? 0 : columns - MIN_BAR_WIDTH - 2;
}

/** Returns three lines: where the card is from, how far the session is, what is left of it. */
export function headerLines(props: HeaderProps, paint: Paint): string[] {
  const { width, progress, cram } = props;
  const stands: StyledPiece[] = [[cram ? 'cram ' : '', 'magenta'], [progressText(progress)]];
  return [
    rowLine(titleOf(props), stands, width, paint),
    rowLine(placeOf(props), countsOf(props), width, paint),
    barLine(props, paint),
  ];
}

function titleOf({ emoji, title, flagged }: HeaderProps): StyledPiece[] {
  const name = emoji === '' ? title : `${emoji} ${title}`;
  return [
    [name, 'bold'],
    [flagged ? ' ⚑' : '', 'bold', 'yellow'],
  ];
}

function placeOf({ part, stars, companies, defect }: HeaderProps): StyledPiece[] {
  const dot = stars === null ? '' : ' · ';
  return [
    [part === '' ? '' : `${part} · `, 'dim'],
    [stars ?? '', 'yellow'],
    [companies === '' ? '' : `${dot}${companies}`, 'dim'],
    [defect ? ' · text cut off' : '', 'yellow'],
  ];
}

function countsOf({ counts, width }: HeaderProps): StyledPiece[] {
  const named = (count: number, name: string) => (width >= ROOMY ? `${count} ${name}` : `${count}`);
  return [
    [named(counts.fresh, 'new'), 'blue'],
    [' · ', 'dim'],
    [named(counts.learning, 'learning'), 'red'],
    [' · ', 'dim'],
    [named(counts.due, 'due'), 'green'],
  ];
}

function barLine({ width, plan, share }: HeaderProps, paint: Paint): string {
  const label = plan === '' ? '' : ` ${plan} `;
  const columns = width - stringWidth(label);
  const filled = Math.round(columns * Math.min(1, share));
  const bar = paint('cyan', '━'.repeat(filled)) + paint('dim', '─'.repeat(columns - filled));
  return bar + paint('magenta', label);
}
