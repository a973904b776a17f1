import { createContext } from 'react'

/** The HTTP status of a failed answer when the error itself cannot say it: 503 when the database was busy. */
export const FailureContext = createContext<number | undefined>(undefined)
