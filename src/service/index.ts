/**
 * `nodeflux-liveness-service`: the self-hosted API. It speaks the vendor's wire contract, and keeps everything in one
 * SQLite file without a daemon, or in Redis for several machines.
 */
export type { Fault, FaultCode, Measurement, MeasurementCode } from '../submission/details-wire.ts';
export type { Analysis, AnalysisRequest, Analyst } from './analysis/analysis.ts';
export type { PassiveDetector, PassiveFrame } from './analysis/passive/passive-detector.ts';
export { type AccessKeyPair, generateKeys } from './auth/access-keys.ts';
export { createService, type Service, type ServiceOptions } from './create-service.ts';
export { type ServedService, type ServeOptions, serve } from './serve.ts';
export type { ServiceSettings } from './settings.ts';
export { openRedisStore, type RedisStoreOptions } from './storage/open-redis-store.ts';
export type { Store } from './storage/store.ts';
