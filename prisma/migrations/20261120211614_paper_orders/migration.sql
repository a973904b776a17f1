-- CreateEnum
CREATE TYPE "PaperKind" AS ENUM ('receipts', 'labels', 'certificates');

-- CreateTable
CREATE TABLE "PaperOrder" (
    "eventId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" "PaperKind" NOT NULL,
    "locale" TEXT NOT NULL,
    "entryIds" TEXT[],
    "done" INTEGER NOT NULL DEFAULT 0,
    "papers" INTEGER NOT NULL DEFAULT 0,
    "leftOut" INTEGER NOT NULL DEFAULT 0,
    "fileKey" TEXT,
    "bytes" BIGINT NOT NULL DEFAULT 0,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "madeAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaperOrder_pkey" PRIMARY KEY ("eventId","id")
);

-- CreateIndex
CREATE INDEX "PaperOrder_eventId_askedAt_idx" ON "PaperOrder"("eventId", "askedAt");

-- AddForeignKey
ALTER TABLE "PaperOrder" ADD CONSTRAINT "PaperOrder_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperOrder" ADD CONSTRAINT "PaperOrder_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
