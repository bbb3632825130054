package org.copydesk.segment;
import java.nio.file.*; import java.util.*; import org.copydesk.evaluate.*; import org.copydesk.model.*;
public class LabV { public static void main(String[] a) throws Exception {
  LineModel m=a.length>0?LineModel.read(Files.newInputStream(Path.of(a[0]))):LineModel.shipped();
  Segmenter s=new Segmenter(SegmentSettings.defaults(),m);
  for(Path f:PagesTest.pages()){ Path t=f.resolve("truth.jsonl"); if(!Files.exists(t)) continue; Page p=Page.text("x",0,Files.readAllBytes(f.resolve("page.txt"))); Segmented g=s.segment(p,SiteModel.NONE); PageRecord r=DumpPages.record(p,g);
    PageRecord.read(t,G->{ PagesEvaluation e=new PagesEvaluation(); e.add(G,r); var R=e.result(); if(R.bodyF1()<1||R.teasers().f1()<1||R.exact().values().stream().anyMatch(x->x<1)){ System.out.println("== "+f.getFileName()+" body "+R.bodyF1()+" teasers "+R.teasers()+" "+R.exact());
      Set<String> gt=new LinkedHashSet<>(), ft=new LinkedHashSet<>(); for(var x:G.teasers()) gt.add(x.title()+" || "+x.snippet()); for(var x:r.teasers()) ft.add(x.title()+" || "+x.snippet()); for(String x:gt) if(!ft.contains(x)) System.out.println("  -t "+x); for(String x:ft) if(!gt.contains(x)) System.out.println("  +t "+x);
      List<String> gb=G.article()==null?List.of():List.of(G.article().text().split("\n\n")), fb=r.article()==null?List.of():List.of(r.article().text().split("\n\n")); for(String x:gb) if(!fb.contains(x)) System.out.println("  -b "+x); for(String x:fb) if(!gb.contains(x)) System.out.println("  +b "+x);
      System.out.println("  article "+(r.article()==null?null:r.article().title()+" | "+r.article().byline()+" | "+r.article().provider())); } }); }
}}
