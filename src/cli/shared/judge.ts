import { type JudgeRequest, judgeFailed } from '../../app/agent/judgement.js';
import { type JudgeRun, startJudge } from '../../platform/judge.js';

/** Starts the person's judge on a request; its failures are VivaErrors `judge-failed`. */
export async function askJudge(
  platform: NodeJS.Platform,
  command: string,
  request: JudgeRequest,
): Promise<JudgeRun> {
  const run = await startJudge(platform, command, `${JSON.stringify(request)}\n`);
  const output = run.output.catch((error: Error) => {
    throw judgeFailed(error.message);
  });
  output.catch(() => undefined);
  return { ...run, output };
}

/** Returns the language in which a judge is to write, such as `en`; from the locale. */
export function languageOf(env: NodeJS.ProcessEnv): string {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^[a-z]{2,3}(?=[_.@]|$)/i.exec(locale)?.[0].toLowerCase() ?? 'en';
}
