import { VivaError } from '../../../model/error.js';

/**
 * Returns a setting, or what counts where the settings are not valid: how things
 * are drawn has to be known to say so, too. `read` throws VivaError then.
 */
export function settingOr<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof VivaError) return otherwise;
    throw error;
  }
}
