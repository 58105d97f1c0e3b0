import type { Store } from '../../app/ports.js';
import { openDiagram, openLink, openPicture } from '../../platform/opener.js';
import type { LinkPorts } from '../../tui/review/open-links.js';
import type { PicturePorts } from '../../tui/review/ports.js';
import type { Context } from '../contract/context.js';
import { pictureFinder } from '../shared/edit/pictures.js';
import { sourceFinder } from '../shared/edit/sources.js';

/** What finds pictures and sources of cards, and opens what they name by the programs of this machine. */
export function cardPorts(
  context: Context,
  store: Store,
): LinkPorts & Pick<PicturePorts, 'findPicture'> {
  const { env } = context;
  const find = pictureFinder(context, store);
  return {
    findPicture: ({ card }, source) => find(card, source),
    sourceOf: sourceFinder(context, store),
    openLink: (url) => openLink(url, env),
    openPicture: (record, source) => openPicture(find(record.card, source), env),
    openDiagram: (code) => openDiagram(code, env),
  };
}
