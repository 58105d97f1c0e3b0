/**
 * Every command, with what the overview says of it. How each is loaded stands
 * apart (`loaders.ts`): a program holds only the commands that it runs.
 */
export const CATALOGUE = [
  { name: 'review', summary: "today's review, in the terminal" },
  { name: 'interview', summary: 'a mock interview against the clock, with a report' },
  { name: 'import', summary: 'read modules into cards, keeping every history' },
  { name: 'due', summary: 'what is due today and on the coming days' },
  { name: 'plan', summary: 'be ready on the day of an interview' },
  { name: 'browse', summary: 'find, read and change cards on a screen' },
  { name: 'list', summary: 'cards as a table' },
  { name: 'show', summary: 'one card with its memory and history' },
  { name: 'new', summary: 'write a card' },
  { name: 'edit', summary: 'change the text of cards' },
  { name: 'set', summary: 'change difficulty, companies, tags or module of cards' },
  { name: 'stats', summary: 'statistics of cards and reviews' },
  { name: 'optimize', summary: 'fit the FSRS parameters to your reviews' },
  { name: 'grade', summary: 'rate one card from the command line' },
  { name: 'undo', summary: 'undo the latest rating or change' },
  { name: 'suspend', summary: 'take cards out of the review' },
  { name: 'bury', summary: 'put cards off until tomorrow' },
  { name: 'flag', summary: 'flag cards, or remove flags' },
  { name: 'resume', summary: 'bring suspended or buried cards back' },
  { name: 'forget', summary: 'make cards new again' },
  { name: 'collections', summary: 'what is imported, from where, when' },
  { name: 'relink', summary: 'give a new card the history of a retired one' },
  { name: 'shapes', summary: 'the layouts of question lists that import reads' },
  { name: 'lint', summary: 'check module files' },
  { name: 'convert', summary: 'clean module files from a damaged collection' },
  { name: 'export', summary: 'cards, memory and history for other programs' },
  { name: 'sync', summary: 'keep machines in sync through git or a folder' },
  { name: 'backup', summary: 'copy the database to a self-contained file' },
  { name: 'restore', summary: 'replace the database with a backup, or list backups' },
  { name: 'doctor', summary: 'check all data that viva keeps, and repair it' },
  { name: 'break', summary: 'days off, before and after which reviews move' },
  { name: 'config', summary: 'settings' },
  { name: 'mcp', summary: 'a server through which agents quiz you (Model Context Protocol)' },
  { name: 'drafts', summary: 'cards that agents propose: list, accept, drop' },
  { name: 'judge', summary: 'try the command that gives a second opinion on answers' },
  { name: 'completion', summary: 'let the shell complete commands, flags and names' },
] as const satisfies readonly { readonly name: string; readonly summary: string }[];

export type CommandName = (typeof CATALOGUE)[number]['name'];
