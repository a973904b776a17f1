/** What a command prints: lines of results, or lines of problems. Notes go to stderr and keep the exit code. */
export type Printed = { ok: true; lines: string[]; notes?: string[] } | { ok: false; lines: string[] }
