import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { DeskSetup } from './desk-setup'
import type { DeskState } from './desk-state'
import { DeskStore } from './desk-store'

export const DeskContext = createContext<DeskStore | null>(null)

/** One store for the page; it starts in the browser only. */
export function useDeskStore(setup: DeskSetup): DeskStore {
  const [store] = useState(() => new DeskStore(setup))
  useEffect(() => {
    void store.start()
    return () => store.stop()
  }, [store])
  return store
}

/** The desk around this view: what it shows and how to change it. */
export function useDesk(): { store: DeskStore; state: DeskState } {
  const store = useContext(DeskContext)
  if (!store) throw new Error('outside the desk')
  return { store, state: useSyncExternalStore(store.subscribe, store.get, store.get) }
}

/** The clock of the browser, once a minute; null before the page is alive, so that server and browser agree. */
export function useMinute(): number | null {
  const [now, setNow] = useState<number | null>(null)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 20_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
