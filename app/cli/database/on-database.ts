import { db, pool } from '~/db.server'
import { openDatabase } from './open-database'

/** Runs a command of the command line on the database, starting the embedded server when none runs and leaving it afterwards. */
export async function onDatabase<Result>(command: (url: string) => Promise<Result>): Promise<Result> {
  const database = await openDatabase()
  try {
    return await command(database.url)
  } finally {
    await db.$disconnect()
    await pool().end()
    await database.leave()
  }
}
