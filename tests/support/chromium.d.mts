import type { Browser } from 'playwright-core';

export const hasChromium: boolean;
export function openChromium(): Promise<Browser>;
