/** Where a card was read, in words that say file and line. */
export type CardSource =
  /** Somebody else's file, with an address at which a browser shows it. */
  | { readonly kind: 'address'; readonly text: string; readonly url: string }
  /** A file of the person's own, which their editor opens. */
  | { readonly kind: 'file'; readonly text: string }
  /** A file that is only named. */
  | { readonly kind: 'copy'; readonly text: string };
