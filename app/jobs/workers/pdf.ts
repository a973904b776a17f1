import { parentPort, workerData } from 'node:worker_threads'
import { type PdfTask, workOnPdf } from '~/gateways/pdf-work.server'

/** The thread in which app/gateways/pdf-pages.server.ts has one PDF opened. */
const reply = await workOnPdf(workerData as PdfTask)
parentPort?.postMessage(reply)
