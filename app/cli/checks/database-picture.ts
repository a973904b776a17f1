import pg from 'pg'

/** Everything a database promises, by kind and name (`column Entry.title`), each with its definition as text. */
export type DatabasePicture = Map<string, string>

const OWN = `n.nspname = 'public' and c.relname <> '_prisma_migrations'`

// NOT NULL constraints have names of their own since PostgreSQL 18; the column says it already
const QUESTIONS = [
  `select 'table ' || c.relname as name, c.relkind::text as definition
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${OWN}`,
  `select 'column ' || c.relname || '.' || a.attname as name,
          concat_ws(' ', format_type(a.atttypid, a.atttypmod), case when a.attnotnull then 'not null' end,
                    nullif(a.attidentity::text, ''), nullif(a.attgenerated::text, ''), pg_get_expr(d.adbin, d.adrelid)) as definition
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm') and ${OWN}`,
  `select 'index ' || c.relname as name, pg_get_indexdef(c.oid) as definition
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_index i on i.indexrelid = c.oid
     join pg_class t on t.oid = i.indrelid where t.relname <> '_prisma_migrations' and n.nspname = 'public'`,
  `select 'constraint ' || c.relname || '.' || k.conname as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype <> 'n' and ${OWN}`,
  `select 'enum ' || t.typname as name, string_agg(e.enumlabel, ', ' order by e.enumsortorder) as definition
     from pg_type t join pg_enum e on e.enumtypid = t.oid join pg_namespace n on n.oid = t.typnamespace
     where n.nspname = 'public' group by t.typname`,
  `select 'trigger ' || c.relname || '.' || g.tgname as name, pg_get_triggerdef(g.oid) as definition
     from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not g.tgisinternal and ${OWN}`,
  `select 'function ' || p.proname as name, pg_get_functiondef(p.oid) as definition
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = 'public' and p.prokind <> 'a'
       and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
  `select 'extension ' || e.extname as name, n.nspname::text as definition
     from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname <> 'plpgsql'`,
]

/** Reads the picture of the public schema from the system catalogues. */
export async function databasePicture(url: string): Promise<DatabasePicture> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const picture: DatabasePicture = new Map()
    for (const question of QUESTIONS) {
      const { rows } = await client.query<{ name: string; definition: string }>(question)
      for (const { name, definition } of rows) picture.set(name, definition)
    }
    return picture
  } finally {
    await client.end()
  }
}

export interface Compared {
  /** what the migrations built */
  migrated: DatabasePicture
  /** what the Prisma schema asks for */
  wanted: DatabasePicture
  /** kind and name of what only the migrations can hold, as in prisma/handwritten.txt */
  handwritten: readonly string[]
}

/** What differs between the two, one sentence each, in the order of names. */
export function comparePictures({ migrated, wanted, handwritten }: Compared): string[] {
  const listed = new Set(handwritten)
  const problems: string[] = []
  for (const [name, definition] of wanted) {
    const built = migrated.get(name)
    if (built === undefined) problems.push(`${name}: in the schema, but no migration makes it`)
    else if (built !== definition) problems.push(`${name}: the migrations make “${built}”, the schema asks for “${definition}”`)
    if (listed.has(name)) problems.push(`${name}: stands in prisma/handwritten.txt, but the schema expresses it`)
  }
  for (const name of migrated.keys()) {
    if (!wanted.has(name) && !listed.has(name))
      problems.push(`${name}: made by a migration, neither in the schema nor in prisma/handwritten.txt`)
  }
  for (const name of listed) {
    if (!migrated.has(name)) problems.push(`${name}: stands in prisma/handwritten.txt, but no migration makes it`)
  }
  return problems.sort()
}
