-- a mark that was taken back keeps its row; what a judge declared is kept with the seat
ALTER TABLE "Mark" ALTER COLUMN "value" DROP NOT NULL;
ALTER TABLE "JudgeSeat" ADD COLUMN "declaration" JSONB;
