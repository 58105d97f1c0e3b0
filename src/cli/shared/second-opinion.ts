import type { SecondOpinion } from '../../tui/review/opinion.js';
import type { Context } from '../contract/context.js';

/** Returns what thinks about typed answers; nothing of it is loaded before one is typed. */
export function secondOpinion(context: Context): SecondOpinion {
  return {
    async compare(card, parts, typed) {
      const { compareAnswer } = await import('../../marking/compare.js');
      return compareAnswer(card, parts, typed);
    },
    judge(card, parts, typed) {
      const { judge } = context.settings();
      if (judge === '') return null;
      let isStopped = false;
      let stop = () => {
        isStopped = true;
      };
      const judgement = (async () => {
        const { judgeRequest, readJudgement } = await import('../../app/agent/judgement.js');
        const { askJudge, languageOf } = await import('./judge.js');
        const request = judgeRequest(card, parts, typed, languageOf(context.env));
        const run = await askJudge(context.platform, judge, request);
        stop = run.stop;
        if (isStopped) run.stop();
        return readJudgement(await run.output, request.points.length);
      })();
      return { judgement, stop: () => stop() };
    },
  };
}
