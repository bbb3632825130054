package org.copydesk.segment;
import java.nio.file.*; import java.util.*; import org.copydesk.evaluate.*; import org.copydesk.generate.*; import org.copydesk.html.*; import org.copydesk.text.*;
public class LabG { public static void main(String[] a) throws Exception {
  Path f=Files.createTempDirectory("lg"); boolean many=a.length>0&&a[0].equals("many");
  GenerateSettings s=many?GenerateSettings.of(240,17).withSites(24).withLanguages(List.of("ar","de","en","es","fr","he","hi","ja","pt","ru","tr","zh")):GenerateSettings.of(a.length>0?600:100,91);
  GeneratedDump d=new DumpGenerator(s.withHalf(GenerateSettings.Half.JUDGE)).write(f.resolve("o"));
  Map<String,PageRecord> gold=new HashMap<>(); PageRecord.read(d.truth().resolve("pages.jsonl"),p->gold.put(p.place(),p));
  DumpPages pages=DumpPages.of(List.of(d.dumps().toString()),HtmlSettings.defaults()); PagesEvaluation e=new PagesEvaluation(); Map<String,Integer> c=new TreeMap<>(); int[] shown={0};
  pages.read(pages.learn(), F->{ PageRecord G=gold.get(F.place()); e.add(G,F);
    Set<String> gt=new HashSet<>(),ft=new HashSet<>(); for(var t:G.teasers()) gt.add(Normaliser.normalise(t.title()+" || "+t.snippet())); for(var t:F.teasers()) ft.add(Normaliser.normalise(t.title()+" || "+t.snippet()));
    for(String x:gt) if(!ft.contains(x)) c.merge("-t "+x,1,Integer::sum); for(String x:ft) if(!gt.contains(x)) c.merge("+t "+x,1,Integer::sum);
    if(G.article()!=null&&F.article()!=null){ if(!Objects.equals(G.article().byline(),F.article().byline())) c.merge("by "+G.article().byline()+" / "+F.article().byline(),1,Integer::sum); if(!Objects.equals(G.article().provider(),F.article().provider())) c.merge("pr "+G.article().provider()+" / "+F.article().provider(),1,Integer::sum);
      Set<String> gb=new HashSet<>(List.of(G.article().text().split("\n\n"))); for(String x:F.article().text().split("\n\n")) if(!gb.contains(x)) c.merge("+b "+x,1,Integer::sum); Set<String> fb=new HashSet<>(List.of(F.article().text().split("\n\n"))); for(String x:gb) if(!fb.contains(x)) c.merge("-b "+x,1,Integer::sum);} });
  SiteModels sm=pages.learn(); for(SiteModel m:sm.models()) for(var l:m.lines()) if(l.text().contains("podcast is out")||l.text().contains("rest")||l.text().contains("Copyright")) System.out.println(m.name()+" "+l);
  System.out.println(e.result().text()); c.entrySet().stream().sorted((x,y)->y.getValue()-x.getValue()).limit(400).forEach(x->System.out.println(x.getValue()+" "+x.getKey().substring(0,Math.min(170,x.getKey().length()))));
}}
