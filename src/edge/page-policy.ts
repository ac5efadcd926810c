/** Whether the page's Permissions-Policy allows a feature; `undefined` where the browser does not tell (all but Chromium). */
export function policyAllows(feature: string): boolean | undefined {
  const { featurePolicy } = document as Document & {
    featurePolicy?: { allowsFeature(name: string): boolean };
  };
  return featurePolicy?.allowsFeature(feature);
}
