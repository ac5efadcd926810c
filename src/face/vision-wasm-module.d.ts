declare module '@mediapipe/tasks-vision/vision_wasm_module_internal.js' {
  /** Emscripten's factory; only ever handed on to tasks-vision. */
  const ModuleFactory: (module?: unknown) => Promise<unknown>;
  export default ModuleFactory;
}
