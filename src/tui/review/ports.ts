import type { CardRecord } from '../../app/cards/ports.js';
import type { PictureFile } from '../../model/picture.js';
import type { Settings } from '../../model/settings.js';
import type { TerminalPorts } from '../terminal/run-screen.js';
import type { Look } from './layout.js';
import type { LinkPorts } from './open-links.js';
import type { SecondOpinion } from './opinion.js';
import type { Message } from './screen-state.js';

/** What the person typed for cards before. */
export interface AnswerHistory {
  /** Null where nothing is kept. */
  lastAnswer(card: string): string | null;
  keepAnswer(card: string, text: string): void;
}

/** The editor as screens use it: each call waits until it is closed, and returns what to say of it. */
export interface CardEditor {
  /** Changes cards. Throws `editor-failed`, `file-changed`, `source-readonly`. */
  edit(...records: readonly CardRecord[]): Message;
  /** Writes a card for the module of this title; null for the inbox. */
  write(module: string | null): Message;
  /** Opens a card's file at its line, and reads its collection again. */
  openSource(record: CardRecord): Message;
  /** Takes back what was written last, where nothing was done since; returns what it was, or null. */
  undoWriting(): string | null;
}

/** What draws pictures on a screen. */
export interface PicturePorts extends Pick<TerminalPorts, 'graphics'> {
  /** Returns the picture that a card names by a path; null where there is none for it. */
  findPicture(record: CardRecord, source: string): PictureFile | null;
}

/** What a screen of cards needs of the world. */
export type CardScreenPorts = TerminalPorts & LinkPorts & PicturePorts;

/** What a screen needs of the world that asks questions: the review's, the interview's. */
export interface QuestionScreenPorts extends AnswerHistory, CardScreenPorts {
  readonly look: Look;
  /** What thinks about typed answers beside the person; left out where nothing does. */
  readonly opinion?: SecondOpinion;
}

/** What the review screen needs of the world. */
export interface ControllerPorts extends QuestionScreenPorts {
  /** Those in force now. */
  settings(): Settings;
  /** What to say beside the first card; nothing where it is null or left out. */
  readonly opening?: string | null;
  /** What to say before it, on a screen of its own; nothing where it is empty or left out. */
  readonly greeting?: readonly string[];
  now(): number;
  readonly editor: CardEditor;
}
