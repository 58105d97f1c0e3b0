import type { CardRecord } from '../../app/cards/ports.js';
import type { CardSource } from '../../model/card-source.js';
import { type Link, linkName, NO_LINKS, notOpened, type OpenedOutside } from './link-lines.js';
import type { Message } from './screen-state.js';

type Opened = 'opened' | 'refused' | 'failed';

/** What opens things outside the terminal; each resolves to what came of it. */
export interface LinkPorts {
  /** Opens an address. */
  openLink(url: string): Promise<Opened>;
  /** Opens a picture that a card names by a path. */
  openPicture(record: CardRecord, source: string): Promise<Opened>;
  /** Opens a diagram of Mermaid, drawn. */
  openDiagram(code: string): Promise<Opened>;
  /** Says where a card was read; null where that is nowhere to go to. */
  sourceOf(record: CardRecord): CardSource | null;
}

/** Opens a link of a card; resolves to what came of it. */
export function openedBy(
  ports: LinkPorts,
  link: OpenedOutside,
  record: CardRecord,
): Promise<Opened> {
  if (link.kind === 'address') return ports.openLink(link.url);
  if (link.kind === 'diagram') return ports.openDiagram(link.code);
  return ports.openPicture(record, link.source);
}

interface LinkScreen {
  say(text: string, tone?: Message['tone']): void;
  /** Draws the screen for what is said later. */
  redraw(): void;
  /** Lends the terminal to the editor for a card's file. */
  openFile(record: CardRecord): void;
}

/** Opens links of cards, and says what came of it. */
export class LinkOpener {
  readonly #ports: LinkPorts;
  readonly #screen: LinkScreen;

  constructor(ports: LinkPorts, screen: LinkScreen) {
    this.#ports = ports;
    this.#screen = screen;
  }

  /** Opens the only link of a card. Returns whether there are several to choose from. */
  openOnly(links: readonly Link[], record: CardRecord): boolean {
    const [first, ...others] = links;
    if (first === undefined) this.#screen.say(NO_LINKS);
    else if (others.length === 0) this.open(first, record);
    return others.length > 0;
  }

  /** Opens a link of a card, behind the screen; its file instead of it. */
  open(link: Link, record: CardRecord): void {
    if (link.kind === 'file') {
      this.#screen.openFile(record);
      return;
    }
    this.#screen.say(`Opening ${linkName(link)}`);
    void openedBy(this.#ports, link, record).then((opened) => {
      if (opened === 'opened') return;
      this.#screen.say(notOpened(link, opened), 'error');
      this.#screen.redraw();
    });
  }
}
