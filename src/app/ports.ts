import type { CardLists } from './browse/ports.js';
import type { Cards } from './cards/ports.js';
import type { Scan } from './export/ports.js';
import type { Library } from './import/ports.js';
import type { ParameterSets } from './memory/ports.js';
import type { Plans } from './plan/ports.js';
import type { Journal, Waiting } from './review/ports.js';
import type { SyncStore } from './sync/ports.js';
import type { Archives, Upkeep } from './upkeep/ports.js';

export interface Store
  extends Library,
    Cards,
    CardLists,
    Journal,
    ParameterSets,
    Waiting,
    Scan,
    Plans,
    Archives,
    Upkeep,
    SyncStore {
  /**
   * From now on what is written is flushed to disk beside other work. Returns what tells until when:
   * a promise that ends once all of it is on disk, or null where it is.
   */
  flushAside(): () => Promise<void> | null;
  close(): void;
}
