import { agentDevice } from '../../app/agent/device.js';
import { AgentSitting } from '../../app/agent/sitting.js';
import type { Store } from '../../app/ports.js';
import type { Context } from '../contract/context.js';
import { reviewPorts } from '../shared/in-force.js';
import { bringBundled } from '../shared/store-with-cards.js';

/** What the tools of an agent work on. */
export interface AgentWorld {
  readonly context: Context;
  readonly isReadOnly: boolean;
  /** The database, written to as the device of this agent. */
  store(): Promise<Store>;
  /** The review that this agent leads. */
  sitting(): Promise<AgentSitting>;
}

/** Makes the world of a client, whose name is known once it has said hello. */
export function agentWorld(
  context: Context,
  isReadOnly: boolean,
  client: () => string | undefined,
): AgentWorld {
  let store: Promise<Store> | undefined;
  let sitting: Promise<AgentSitting> | undefined;
  const world: AgentWorld = {
    context,
    isReadOnly,
    store: () => (store ??= opened()),
    sitting: () => (sitting ??= begin()),
  };
  return world;

  async function opened(): Promise<Store> {
    const agents = await context.storeOf(agentDevice(client()));
    await bringBundled(context, agents);
    return agents;
  }

  async function begin(): Promise<AgentSitting> {
    return new AgentSitting(await reviewPorts(context, await world.store(), true));
  }
}
