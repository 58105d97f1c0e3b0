/** How large a package may be: real ones stay far below, and a hostile one cannot fill the machine. */
export interface PackageLimits {
  /** Bytes of the package itself. */
  readonly packageBytes: number;
  readonly entries: number;
  /** Bytes of the database, unpacked. */
  readonly databaseBytes: number;
  /** Bytes of the list of media, unpacked. */
  readonly listBytes: number;
  /** Bytes of one picture, unpacked. */
  readonly pictureBytes: number;
  /** Unpacked bytes a packed one, of entries above `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MIB = 2 ** 20;

export const PACKAGE_LIMITS: PackageLimits = {
  packageBytes: 1024 * MIB,
  entries: 100_000,
  databaseBytes: 512 * MIB,
  listBytes: 32 * MIB,
  pictureBytes: 20 * MIB,
  ratio: 200,
  ratioFrom: MIB,
};
