-- CreateEnum
CREATE TYPE "RunRecordKind" AS ENUM ('start', 'stop', 'resume', 'finish', 'absent', 'fault', 'reading', 'void', 'confirm');

-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('asked', 'agreed', 'declined');

-- CreateTable
CREATE TABLE "RunRecord" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "entryId" TEXT NOT NULL,
    "kind" "RunRecordKind" NOT NULL,
    "part" TEXT NOT NULL DEFAULT '',
    "criterionId" TEXT,
    "item" TEXT NOT NULL DEFAULT '',
    "value" DECIMAL(12,3),
    "voidsId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,
    "deviceAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "seatId" TEXT NOT NULL,

    CONSTRAINT "RunRecord_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "MarkImport" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MarkImport_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "ImportedMark" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "value" DECIMAL(12,3),
    "importId" TEXT NOT NULL,

    CONSTRAINT "ImportedMark_pkey" PRIMARY KEY ("eventId","stageId","entryId","criterionId")
);

-- CreateTable
CREATE TABLE "Correction" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "entryId" TEXT NOT NULL,
    "criterionId" TEXT NOT NULL,
    "item" TEXT NOT NULL DEFAULT '',
    "before" DECIMAL(12,3),
    "after" DECIMAL(12,3),
    "reason" TEXT NOT NULL,
    "state" "CorrectionState" NOT NULL DEFAULT 'asked',
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("eventId","stageId","id")
);

-- CreateTable
CREATE TABLE "Draw" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "stations" INTEGER NOT NULL,
    "firstAt" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "byId" TEXT NOT NULL,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draw_pkey" PRIMARY KEY ("eventId","stageId","number")
);

-- CreateTable
CREATE TABLE "DrawPlace" (
    "eventId" TEXT NOT NULL,
    "stageId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "entryId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "heat" INTEGER NOT NULL,
    "station" INTEGER NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DrawPlace_pkey" PRIMARY KEY ("eventId","stageId","number","entryId")
);

-- CreateIndex
CREATE INDEX "RunRecord_eventId_stageId_entryId_at_idx" ON "RunRecord"("eventId", "stageId", "entryId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_eventId_stageId_entryId_criterionId_item_key" ON "Correction"("eventId", "stageId", "entryId", "criterionId", "item") WHERE ("state" = 'asked');

-- AddForeignKey
ALTER TABLE "RunRecord" ADD CONSTRAINT "RunRecord_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunRecord" ADD CONSTRAINT "RunRecord_eventId_stageId_seatId_fkey" FOREIGN KEY ("eventId", "stageId", "seatId") REFERENCES "JudgeSeat"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MarkImport" ADD CONSTRAINT "MarkImport_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedMark" ADD CONSTRAINT "ImportedMark_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportedMark" ADD CONSTRAINT "ImportedMark_eventId_stageId_importId_fkey" FOREIGN KEY ("eventId", "stageId", "importId") REFERENCES "MarkImport"("eventId", "stageId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draw" ADD CONSTRAINT "Draw_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrawPlace" ADD CONSTRAINT "DrawPlace_eventId_stageId_number_fkey" FOREIGN KEY ("eventId", "stageId", "number") REFERENCES "Draw"("eventId", "stageId", "number") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DrawPlace" ADD CONSTRAINT "DrawPlace_eventId_entryId_fkey" FOREIGN KEY ("eventId", "entryId") REFERENCES "Entry"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_eventId_stageId_fkey" FOREIGN KEY ("eventId", "stageId") REFERENCES "Stage"("eventId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- what the clock, the referee and the draw said stays as it was said
CREATE TRIGGER "RunRecord_kept" BEFORE UPDATE OR DELETE ON "RunRecord"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Draw_kept" BEFORE UPDATE OR DELETE ON "Draw"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DrawPlace_kept" BEFORE UPDATE OR DELETE ON "DrawPlace"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- nobody agrees to a correction they asked for themselves
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_two_people"
  CHECK ("state" <> 'agreed' OR ("decidedById" IS NOT NULL AND "decidedById" <> "askedById"));
