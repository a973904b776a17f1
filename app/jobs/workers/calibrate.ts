import { parentPort, workerData } from 'node:worker_threads'
import { type CalibrateInput, calibrate } from '~/domain/judging/calibration/calibrate'

/** The thread in which app/domain/judging/calibrate-stage.server.ts has one stage calibrated. */
parentPort?.postMessage(calibrate(workerData as CalibrateInput))
