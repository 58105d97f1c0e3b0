// Loaded before viva (--import), lets a test move its clock: MOVED_CLOCK names a file with ms ahead.
import { readFileSync } from 'node:fs';

const now = Date.now;
Date.now = () => now() + Number(readFileSync(process.env.MOVED_CLOCK, 'utf8'));
