import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { FieldSetup } from './field-setup'
import { type FieldState, FieldStore } from './field-store'

export const FieldContext = createContext<FieldStore | null>(null)

/** One store for the page; it starts in the browser only. */
export function useFieldStore(setup: FieldSetup): FieldStore {
  const [store] = useState(() => new FieldStore(setup))
  useEffect(() => {
    void store.start()
    return () => store.stop()
  }, [store])
  return store
}

export function useField(): { store: FieldStore; state: FieldState } {
  const store = useContext(FieldContext)
  if (!store) throw new Error('outside the field screen')
  return { store, state: useSyncExternalStore(store.subscribe, store.get, store.get) }
}

/** The server’s clock, ten times a second. */
export function useServerClock(store: FieldStore): number {
  const [now, setNow] = useState(store.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(store.now()), 100)
    return () => clearInterval(timer)
  }, [store])
  return now
}
