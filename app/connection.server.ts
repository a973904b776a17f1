import pg from 'pg'

/**
 * A connection that asks one question after another. Prisma reads the parts of a nested row at once also inside a
 * transaction, where there is one connection: pg queues them today, warns, and will refuse them in its version 9.
 */
export class Connection extends pg.Client {
  #last: Promise<unknown> = Promise.resolve()

  override query = ((...given: Parameters<pg.Client['query']>) => {
    const ask = () => super.query(...given) as unknown
    // with a callback, or an object that reads for itself: the pool’s own way, on a connection nobody else has
    if (typeof given.at(-1) === 'function' || 'submit' in Object(given[0])) return ask()
    const answer = this.#last.then(ask)
    this.#last = answer.catch(() => undefined)
    return answer
  }) as pg.Client['query']
}
