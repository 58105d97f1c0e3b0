/**
 * Every command, with what the overview says of it. How each is loaded stands
 * apart (`loaders.ts`): a program holds only the commands that it runs.
 */
export const CATALOGUE = [
  { name: 'review', summary: "today's review, in the terminal" },
  { name: 'interview', summary: 'a mock interview against the clock, with a report' },
  { name: 'import', summary: 'read modules into cards, keeping every history' },
  { name: 'due', summary: 'what is waiting today and on the next days' },
  { name: 'plan', summary: 'be ready on the day of an interview' },
  { name: 'list', summary: 'cards as a table' },
  { name: 'show', summary: 'one card with its memory and history' },
  { name: 'stats', summary: 'how much there is and how much was done' },
  { name: 'optimize', summary: 'learn your memory: fit the parameters of FSRS' },
  { name: 'grade', summary: 'review one card without the screen' },
  { name: 'undo', summary: 'take the newest rating or change back' },
  { name: 'suspend', summary: 'take cards out of the review' },
  { name: 'resume', summary: 'bring suspended or buried cards back' },
  { name: 'forget', summary: 'make cards new again' },
  { name: 'collections', summary: 'what is imported, from where, when' },
  { name: 'relink', summary: 'give a new card the history of a retired one' },
  { name: 'lint', summary: 'check module files' },
  { name: 'convert', summary: 'clean module files from a damaged collection' },
  { name: 'export', summary: 'cards, memory and history for other programs' },
  { name: 'backup', summary: 'copy the database to a file that stands by itself' },
  { name: 'restore', summary: 'put a backup in the place of the database, or list them' },
  { name: 'doctor', summary: 'check everything viva keeps, and mend it' },
  { name: 'break', summary: 'days off: what falls due in them comes before and after' },
  { name: 'config', summary: 'settings' },
  { name: 'completion', summary: 'let the shell complete commands, flags and names' },
] as const satisfies readonly { readonly name: string; readonly summary: string }[];

export type CommandName = (typeof CATALOGUE)[number]['name'];
