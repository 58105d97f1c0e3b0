/** A file of a commit. */
interface TreeFile {
  readonly path: string;
  readonly size: number;
  readonly blob: string;
}

/**
 * Finds the branch to sync with in what `git ls-remote --symref` writes: the
 * remote's own; where that has no commit, `main`, `master` or the first there is.
 */
export function branchIn(output: string): { readonly branch: string; readonly oid: string | null } {
  const lines = output.split('\n').map((line) => line.split('\t'));
  const [own = ''] =
    lines.find(([ref = '', name]) => name === 'HEAD' && ref.startsWith('ref: ')) ?? [];
  const heads = new Map(
    lines.flatMap(([oid = '', name = '']): [string, string][] =>
      name.startsWith('refs/heads/') ? [[name, oid]] : [],
    ),
  );
  const wished = [own.slice('ref: '.length), 'refs/heads/main', 'refs/heads/master'];
  const branch = [...wished, ...heads.keys()].find((name) => heads.has(name)) ?? 'refs/heads/main';
  return { branch, oid: heads.get(branch) ?? null };
}

/** Reads what `git ls-tree -r -l -z` writes; links and submodules are left out. */
export function parseTree(output: string): TreeFile[] {
  return output.split('\0').flatMap((entry) => {
    const [meta = '', path = ''] = splitOnce(entry, '\t');
    const [mode = '', , blob = '', size = ''] = meta.split(/ +/);
    return /^100(644|755)$/.test(mode) ? [{ path, size: Number(size), blob }] : [];
  });
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Does what `git push --porcelain` writes say that another machine was first? */
export function isOvertaken(output: string): boolean {
  return (
    /^!\t.*\[rejected\] \((fetch first|non-fast-forward|stale info)\)/m.test(output) ||
    /^!\t.*\[remote rejected\].*(cannot lock ref|failed to update ref|incorrect old value|shallow update|reference already exists)/m.test(
      output,
    )
  );
}
