import { SHAPES } from '../../deck/shapes/decide.js';
import { MODULE_SHAPE } from './read-modules.js';

/** A layout of question lists that viva reads, and an example of it. */
export interface ShapeExample {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
}

const OWN: ShapeExample = {
  name: MODULE_SHAPE,
  summary: "viva's own format: front matter, ### headings of stars, **Q:**, a folded answer",
  example:
    '---\ntitle: "KV Cache"\n---\n\n### ★★☆ _(Google)_\n\n**Q:** What is a KV cache?\n\n<details>\n<summary>Answer</summary>\n\nKeys and values of the tokens so far.\n\n</details>',
};

/** Returns every layout that is read, viva's own first. */
export function listShapes(): ShapeExample[] {
  return [OWN, ...SHAPES.map(({ name, summary, example }) => ({ name, summary, example }))];
}

/** Returns the names of all layouts. */
export function shapeNames(): string[] {
  return listShapes().map(({ name }) => name);
}
