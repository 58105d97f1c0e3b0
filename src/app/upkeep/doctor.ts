import { counted } from '../../model/text/counted.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import { listBackups } from './backup.js';
import { ofDatabase } from './database.js';
import { type DoctorPorts, type Finding, fromError, ok, REPAIR } from './finding.js';
import type { BackupFolder, FileRights } from './ports.js';

const UPDATES =
  'viva never checks for updates: "viva --version" shows yours; the changelog lists newer ones.';

/** Looks at everything viva keeps, and changes nothing of it. */
export function diagnose(ports: DoctorPorts): Finding[] {
  return [
    ofSettings(ports),
    ...ofDatabase(ports),
    ofBackups(ports.folder),
    ofPrivacy(ports.rights),
    ok('updates', UPDATES),
  ];
}

function ofSettings({ checkSettings }: DoctorPorts): Finding {
  try {
    checkSettings();
    return ok('settings', 'The settings are valid.');
  } catch (error) {
    return fromError('settings', error);
  }
}

function ofBackups(folder: BackupFolder): Finding {
  const backups = listBackups(folder);
  const good = backups.filter(({ problem }) => problem === null);
  const bad = backups.filter(({ problem }) => problem !== null);
  if (bad.length > 0) {
    return {
      check: 'backups',
      state: 'warning',
      message: `${counted(good.length, 'good backup')}, and some that are not: ${bad.map(({ name, problem }) => `${name}: ${problem}`).join(' ')}`,
      hint: 'Bad backups are ignored and can be deleted.',
    };
  }
  const [newest] = good;
  if (newest === undefined) return ok('backups', 'There is no backup yet; one is made every day.');
  return ok(
    'backups',
    `${counted(good.length, 'good backup')}, the newest of ${formatStudyDay(newest.day)}.`,
  );
}

function ofPrivacy(rights: FileRights): Finding {
  const open = rights.readableByOthers();
  if (open.length === 0) return ok('privacy', 'Only you can read these files.');
  return {
    check: 'privacy',
    state: 'warning',
    message: `Other users of this machine can read: ${open.join(', ')}.`,
    hint: REPAIR,
  };
}
