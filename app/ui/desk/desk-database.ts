/**
 * What the desk keeps in the browser: marks on their way out, and the last list of works and marks for the hours
 * without network. A small wrapper over IndexedDB; every function answers only when the bytes are written.
 */

const NAME = 'jingwei-desk'
const VERSION = 1

type Store = 'outbox' | 'shelf'

export interface DeskDatabase {
  /** everything waiting under a desk's key */
  waiting<Item>(desk: string): Promise<Item[]>
  keep(item: { id: string; desk: string }): Promise<void>
  drop(ids: readonly string[]): Promise<void>
  read<Value>(key: string): Promise<Value | null>
  write(key: string, value: unknown): Promise<void>
  /** forgets all that a desk has put on the shelf; what waits to be sent stays */
  forget(desk: string): Promise<void>
}

/** Opens the database; throws where the browser has none or will not keep anything. */
export async function openDeskDatabase(): Promise<DeskDatabase> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(NAME, VERSION)
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore('outbox', { keyPath: 'id' }).createIndex('desk', 'desk')
      asked.result.createObjectStore('shelf', { keyPath: 'key' })
    }
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error ?? new Error('no database'))
    asked.onblocked = () => reject(new Error('an older desk is open in another tab'))
  })
  // a newer desk in another tab may upgrade
  database.onversionchange = () => database.close()

  const run = <Result>(store: Store, mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<Result> | null) =>
    new Promise<Result | undefined>((resolve, reject) => {
      const transaction = database.transaction(store, mode)
      const asked = ask(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(asked?.result)
      transaction.onabort = () => reject(transaction.error ?? new Error('not written'))
      transaction.onerror = () => reject(transaction.error ?? new Error('not written'))
    })

  return {
    waiting: async <Item>(desk: string) => ((await run('outbox', 'readonly', (store) => store.index('desk').getAll(desk))) ?? []) as Item[],
    keep: async (item) => void (await run('outbox', 'readwrite', (store) => store.put(item))),
    drop: async (ids) =>
      void (await run('outbox', 'readwrite', (store) => {
        for (const id of ids) store.delete(id)
        return null
      })),
    read: async <Value>(key: string) => {
      const row = (await run('shelf', 'readonly', (store) => store.get(key))) as { value: Value } | undefined
      return row ? row.value : null
    },
    write: async (key, value) => void (await run('shelf', 'readwrite', (store) => store.put({ key, value }))),
    forget: async (desk) =>
      void (await run('shelf', 'readwrite', (store) => store.delete(IDBKeyRange.bound(`${desk} `, `${desk} \uffff`)))),
  }
}

/** Where nothing can be kept the desk still works, as long as its page stays open. */
export function memoryDatabase(): DeskDatabase {
  const shelf = new Map<string, unknown>()
  return {
    waiting: () => Promise.resolve([]),
    keep: () => Promise.resolve(),
    drop: () => Promise.resolve(),
    read: <Value>(key: string) => Promise.resolve((shelf.get(key) ?? null) as Value | null),
    write: (key, value) => Promise.resolve(void shelf.set(key, value)),
    forget: () => Promise.resolve(shelf.clear()),
  }
}
