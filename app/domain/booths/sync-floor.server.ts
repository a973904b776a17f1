import type { Tx } from '~/db.server'
import { readFloor } from './floor'
import type { Expo } from './section'

/**
 * Makes zones, halls and booths equal to the event file, in five statements whatever the size of the floor. What the file
 * no longer has is retired, not deleted: claims of earlier days still point to it.
 */
export async function syncFloor(tx: Tx, eventId: string, expo: Expo | undefined): Promise<void> {
  const zones = (expo?.zones ?? []).map(({ id, name }, position) => ({ id, position, nameZh: name.zh, nameEn: name.en }))
  const read = expo ? readFloor(expo).floor.halls : []
  const halls = read.map(({ id, bounds }, position) => {
    const name = expo?.halls.find((hall) => hall.id === id)?.name
    return { id, position, nameZh: name?.zh ?? id, nameEn: name?.en ?? id, width: bounds.width, depth: bounds.depth }
  })
  const booths = read
    .flatMap(({ stands }) => stands)
    .map(({ number, hall, zone, kind, rects, area, openings, forSale }, position) => ({
      number,
      hallId: hall,
      zoneId: zone,
      kind,
      position,
      rects,
      area,
      openings: openings.length,
      forSale,
    }))
  await tx.$executeRaw`
    insert into "Zone" ("eventId", "id", "position", "nameZh", "nameEn")
    select ${eventId}, z.* from jsonb_to_recordset(${JSON.stringify(zones)}::jsonb) as z("id" text, "position" int, "nameZh" text, "nameEn" text)
    on conflict ("eventId", "id") do update
      set "position" = excluded."position", "nameZh" = excluded."nameZh", "nameEn" = excluded."nameEn"`
  await tx.$executeRaw`update "Hall" set "retired" = true where "eventId" = ${eventId}`
  await tx.$executeRaw`
    insert into "Hall" ("eventId", "id", "position", "nameZh", "nameEn", "width", "depth")
    select ${eventId}, h.* from jsonb_to_recordset(${JSON.stringify(halls)}::jsonb)
      as h("id" text, "position" int, "nameZh" text, "nameEn" text, "width" int, "depth" int)
    on conflict ("eventId", "id") do update
      set "position" = excluded."position", "nameZh" = excluded."nameZh", "nameEn" = excluded."nameEn",
          "width" = excluded."width", "depth" = excluded."depth", "retired" = false`
  await tx.$executeRaw`update "Booth" set "retired" = true, "zoneId" = null where "eventId" = ${eventId}`
  await tx.$executeRaw`
    insert into "Booth" ("eventId", "number", "hallId", "zoneId", "kind", "position", "rects", "area", "openings", "forSale")
    select ${eventId}, b."number", b."hallId", b."zoneId", b."kind"::"BoothKind", b."position", b."rects", b."area", b."openings", b."forSale"
    from jsonb_to_recordset(${JSON.stringify(booths)}::jsonb) as b("number" text, "hallId" text, "zoneId" text, "kind" text,
      "position" int, "rects" jsonb, "area" int, "openings" int, "forSale" boolean)
    on conflict ("eventId", "number") do update
      set "hallId" = excluded."hallId", "zoneId" = excluded."zoneId", "kind" = excluded."kind", "position" = excluded."position",
          "rects" = excluded."rects", "area" = excluded."area", "openings" = excluded."openings", "forSale" = excluded."forSale",
          "retired" = false`
  const known = zones.map(({ id }) => id)
  await tx.zone.deleteMany({ where: { eventId, id: { notIn: known } } })
}
