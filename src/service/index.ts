/**
 * `nodeflux-liveness/service`: the self-hosted API. It speaks the vendor's wire contract, keeps everything in one SQLite
 * file and needs no daemon.
 */
export type { Analysis, AnalysisRequest, Analyst } from './analysis/analysis.ts';
export type { PassiveDetector, PassiveFrame } from './analysis/passive-detector.ts';
export { type AccessKeyPair, generateKeys } from './auth/access-keys.ts';
export { createService, type Service, type ServiceOptions } from './create-service.ts';
export { type ServedService, type ServeOptions, serve } from './serve.ts';
export type { ServiceSettings } from './settings.ts';
