import type { EventConfig } from './event-config'

/** The config of an event as its row keeps it: what a parse gave, stored as plain data and read back as it was. */
export const storedConfig = (document: unknown): EventConfig => document as EventConfig
