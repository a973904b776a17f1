-- CreateEnum
CREATE TYPE "BoothKind" AS ENUM ('standard', 'raw');

-- CreateEnum
CREATE TYPE "ClaimStatus" AS ENUM ('HELD', 'RESERVED', 'CONFIRMED', 'RELEASED', 'EXPIRED', 'CANCELLED');

-- CreateTable
CREATE TABLE "Zone" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "Zone_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Hall" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "depth" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Hall_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "Booth" (
    "eventId" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "hallId" TEXT NOT NULL,
    "zoneId" TEXT,
    "kind" "BoothKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "rects" JSONB NOT NULL,
    "area" INTEGER NOT NULL,
    "openings" INTEGER NOT NULL,
    "forSale" BOOLEAN NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Booth_pkey" PRIMARY KEY ("eventId","number")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'CN',
    "taxNumber" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CompanyMember" (
    "companyId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CompanyMember_pkey" PRIMARY KEY ("companyId","personId")
);

-- CreateTable
CREATE TABLE "Exhibitor" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "companyId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "brands" TEXT NOT NULL DEFAULT '',
    "products" TEXT NOT NULL DEFAULT '',
    "editions" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Exhibitor_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "BoothClaim" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "exhibitorId" TEXT NOT NULL,
    "status" "ClaimStatus" NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "reservedAt" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "quote" JSONB,
    "totalMinor" BIGINT,
    "currency" TEXT,

    CONSTRAINT "BoothClaim_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateTable
CREATE TABLE "ClaimRect" (
    "eventId" TEXT NOT NULL,
    "claimId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "status" "ClaimStatus" NOT NULL,
    "hallId" TEXT NOT NULL,
    "boothNumber" TEXT,
    "left" INTEGER NOT NULL,
    "right" INTEGER NOT NULL,
    "top" INTEGER NOT NULL,
    "bottom" INTEGER NOT NULL,

    CONSTRAINT "ClaimRect_pkey" PRIMARY KEY ("eventId","claimId","place")
);

-- CreateIndex
CREATE INDEX "Booth_eventId_hallId_idx" ON "Booth"("eventId", "hallId");

-- CreateIndex
CREATE INDEX "CompanyMember_personId_idx" ON "CompanyMember"("personId");

-- CreateIndex
CREATE INDEX "Exhibitor_companyId_idx" ON "Exhibitor"("companyId");

-- CreateIndex
CREATE UNIQUE INDEX "Exhibitor_eventId_companyId_key" ON "Exhibitor"("eventId", "companyId");

-- CreateIndex
CREATE INDEX "BoothClaim_eventId_exhibitorId_idx" ON "BoothClaim"("eventId", "exhibitorId");

-- CreateIndex
CREATE INDEX "BoothClaim_eventId_status_expiresAt_idx" ON "BoothClaim"("eventId", "status", "expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "BoothClaim_eventId_id_status_key" ON "BoothClaim"("eventId", "id", "status");

-- CreateIndex
CREATE INDEX "ClaimRect_eventId_boothNumber_idx" ON "ClaimRect"("eventId", "boothNumber");

-- AddForeignKey
ALTER TABLE "Zone" ADD CONSTRAINT "Zone_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hall" ADD CONSTRAINT "Hall_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booth" ADD CONSTRAINT "Booth_eventId_hallId_fkey" FOREIGN KEY ("eventId", "hallId") REFERENCES "Hall"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Booth" ADD CONSTRAINT "Booth_eventId_zoneId_fkey" FOREIGN KEY ("eventId", "zoneId") REFERENCES "Zone"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyMember" ADD CONSTRAINT "CompanyMember_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CompanyMember" ADD CONSTRAINT "CompanyMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exhibitor" ADD CONSTRAINT "Exhibitor_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exhibitor" ADD CONSTRAINT "Exhibitor_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoothClaim" ADD CONSTRAINT "BoothClaim_eventId_exhibitorId_fkey" FOREIGN KEY ("eventId", "exhibitorId") REFERENCES "Exhibitor"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRect" ADD CONSTRAINT "ClaimRect_eventId_claimId_status_fkey" FOREIGN KEY ("eventId", "claimId", "status") REFERENCES "BoothClaim"("eventId", "id", "status") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRect" ADD CONSTRAINT "ClaimRect_eventId_hallId_fkey" FOREIGN KEY ("eventId", "hallId") REFERENCES "Hall"("eventId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "ClaimRect" ADD CONSTRAINT "ClaimRect_eventId_boothNumber_fkey" FOREIGN KEY ("eventId", "boothNumber") REFERENCES "Booth"("eventId", "number") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Hand-written (prisma/handwritten.txt): no two live claims cover one spot of floor. Half-open ranges, so that neighbours
-- may touch. This, and no code, is what keeps a booth from being sold twice.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "ClaimRect" ADD CONSTRAINT "ClaimRect_sold_once" EXCLUDE USING gist (
  "eventId" WITH =,
  "hallId" WITH =,
  int4range("left", "right") WITH &&,
  int4range("top", "bottom") WITH &&
) WHERE ("status" IN ('HELD', 'RESERVED', 'CONFIRMED'));

ALTER TABLE "ClaimRect" ADD CONSTRAINT "ClaimRect_has_area" CHECK ("left" >= 0 AND "top" >= 0 AND "left" < "right" AND "top" < "bottom");
ALTER TABLE "BoothClaim" ADD CONSTRAINT "BoothClaim_lapses_until_confirmed" CHECK (("status" IN ('HELD', 'RESERVED')) <= ("expiresAt" IS NOT NULL));
ALTER TABLE "BoothClaim" ADD CONSTRAINT "BoothClaim_total_not_negative" CHECK ("totalMinor" >= 0);
