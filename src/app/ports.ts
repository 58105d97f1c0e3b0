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
  close(): void;
}
