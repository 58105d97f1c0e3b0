import type { CardRecord } from '../../app/cards/ports.js';
import type { PictureFile } from '../../model/picture.js';
import { openDiagram, openLink, openPicture } from '../../platform/opener.js';
import type { LinkPorts } from '../../tui/review/open-links.js';

/** What opens links of cards by the programs of this machine; `find` finds a card's pictures. */
export function linkPorts(
  env: NodeJS.ProcessEnv,
  find: (record: CardRecord, source: string) => PictureFile | null,
): LinkPorts {
  return {
    openLink: (url) => openLink(url, env),
    openPicture: (record, source) => openPicture(find(record, source), env),
    openDiagram: (code) => openDiagram(code, env),
  };
}
