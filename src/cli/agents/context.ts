import { agentDevice } from '../../app/agent/device.js';
import { AgentReview } from '../../app/agent/review.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { reviewPorts } from '../shared/in-force.js';
import { bringBundled } from '../shared/store-with-cards.js';

/** What the tools of an agent work on. */
export interface AgentContext {
  readonly context: Context;
  readonly isReadOnly: boolean;
  /** The database, written to as the device of this agent. */
  store(): Promise<Store>;
  /** The review that this agent leads. */
  review(): Promise<AgentReview>;
}

/** Makes what the tools of a client work on, whose name is known once it has said hello. */
export function agentContext(
  context: Context,
  isReadOnly: boolean,
  client: () => string | undefined,
): AgentContext {
  let store: Promise<Store> | undefined;
  let review: Promise<AgentReview> | undefined;
  const agent: AgentContext = {
    context,
    isReadOnly,
    store: () => (store ??= opened()),
    review: () => (review ??= begin()),
  };
  return agent;

  async function opened(): Promise<Store> {
    const agents = await context.storeOf(agentDevice(client()));
    await bringBundled(context, agents);
    return agents;
  }

  async function begin(): Promise<AgentReview> {
    return new AgentReview(await reviewPorts(context, await agent.store(), true));
  }
}
