ALTER TYPE "Standing" ADD VALUE 'withdrawn';
ALTER TYPE "Standing" ADD VALUE 'disqualified';

-- DropForeignKey
ALTER TABLE "ResultRow" DROP CONSTRAINT "ResultRow_eventId_stageId_fkey";

-- DropIndex
DROP INDEX "ResultRow_eventId_stageId_category_rank_idx";

-- AlterTable
ALTER TABLE "Stage" ADD COLUMN     "publishedVersion" INTEGER;

-- AlterTable
ALTER TABLE "ResultRow" DROP CONSTRAINT "ResultRow_pkey",
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD CONSTRAINT "ResultRow_pkey" PRIMARY KEY ("eventId", "stageId", "version", "entryId");

-- CreateTable
CREATE TABLE "TieDecision" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "order" TEXT[],
    "seatId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" TEXT,

    CONSTRAINT "TieDecision_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "Publication" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "reasonZh" TEXT NOT NULL DEFAULT '',
    "reasonEn" TEXT NOT NULL DEFAULT '',
    "rulebookHash" TEXT NOT NULL,
    "ledgerRows" INTEGER NOT NULL,
    "ledgerHead" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Publication_pkey" PRIMARY KEY ("eventId","stageId","version")
);

-- CreateTable
CREATE TABLE "Award" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "entryId" TEXT NOT NULL,
    "awardId" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "recipients" "AuthorRole" NOT NULL,
    "prize" TEXT,

    CONSTRAINT "Award_pkey" PRIMARY KEY ("eventId","stageId","version","entryId","awardId")
);

-- CreateIndex
CREATE UNIQUE INDEX "TieDecision_eventId_stageId_category_rank_key" ON "TieDecision"("eventId", "stageId", "category", "rank") WHERE ("undoneAt" is null);

-- CreateIndex
CREATE INDEX "ResultRow_eventId_stageId_version_category_rank_idx" ON "ResultRow"("eventId", "stageId", "version", "category", "rank");

-- CreateIndex
CREATE INDEX "ResultRow_eventId_entryId_idx" ON "ResultRow"("eventId", "entryId");

-- AddForeignKey
ALTER TABLE "TieDecision" ADD CONSTRAINT "TieDecision_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TieDecision" ADD CONSTRAINT "TieDecision_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Publication" ADD CONSTRAINT "Publication_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what was published before there were versions is the first; who pressed the button was not kept
INSERT INTO "Publication" ("eventId", "stageId", "version", "byId", "rulebookHash", "ledgerRows", "ledgerHead", "publishedAt")
  SELECT "eventId", "id", 1, '', coalesce("rulebookHash", ''), 0, '', "publishedAt" FROM "Stage"
  WHERE "publishedAt" IS NOT NULL AND "state" = 'published';
UPDATE "Stage" SET "publishedVersion" = 1 WHERE "publishedAt" IS NOT NULL AND "state" = 'published';
ALTER TABLE "ResultRow" ALTER COLUMN "version" DROP DEFAULT;

-- AddForeignKey
ALTER TABLE "ResultRow" ADD CONSTRAINT "ResultRow_eventId_stageId_version_fkey" FOREIGN KEY ("eventId", "stageId", "version") REFERENCES "Publication"("eventId", "stageId", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_eventId_stageId_version_entryId_fkey" FOREIGN KEY ("eventId", "stageId", "version", "entryId") REFERENCES "ResultRow"("eventId", "stageId", "version", "entryId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what was published is kept as it was published: nothing changed, nothing taken out, nothing put in afterwards
CREATE TRIGGER "Publication_kept" BEFORE UPDATE OR DELETE ON "Publication"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ResultRow_kept" BEFORE UPDATE OR DELETE ON "ResultRow"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Award_kept" BEFORE UPDATE OR DELETE ON "Award"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_late_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "Stage" s WHERE s."eventId" = NEW."eventId" AND s."id" = NEW."stageId"
             AND s."publishedVersion" >= NEW."version") THEN
    RAISE EXCEPTION 'version % is published and complete', NEW."version" USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ResultRow_before_publication" BEFORE INSERT ON "ResultRow"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_row();
CREATE TRIGGER "Award_before_publication" BEFORE INSERT ON "Award"
  FOR EACH ROW EXECUTE FUNCTION refuse_late_row();

-- the version in force is one that exists, and never an older one again
CREATE FUNCTION refuse_older_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."publishedVersion" IS NOT NULL AND (NEW."publishedVersion" IS NULL OR NEW."publishedVersion" < OLD."publishedVersion") THEN
    RAISE EXCEPTION 'a published result is corrected by a new version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Stage_version_forward" BEFORE UPDATE OF "publishedVersion" ON "Stage"
  FOR EACH ROW EXECUTE FUNCTION refuse_older_version();
ALTER TABLE "Stage" ADD CONSTRAINT "Stage_publishedVersion_exists"
  FOREIGN KEY ("eventId", "id", "publishedVersion") REFERENCES "Publication"("eventId", "stageId", "version");
