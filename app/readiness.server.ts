import { pool } from './db.server'

/** True when the database answers and holds our tables. */
export async function isReady(): Promise<boolean> {
  try {
    await pool().query('select 1 from "Event" limit 1')
    return true
  } catch {
    return false
  }
}
