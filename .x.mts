import { openGallery } from './tools/pictures/open-gallery.ts';
import { measureFonts } from './tools/pictures/baselines.ts';
const g = await openGallery(); const p = await g.open({width:390,height:844});
console.log(await measureFonts(p.page), await p.page.evaluate(()=>[...document.fonts].filter(f=>f.status!=='loaded').length+'/'+document.fonts.size));
await p.close(); await g.close();
