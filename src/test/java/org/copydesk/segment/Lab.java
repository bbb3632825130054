package org.copydesk.segment;
import java.nio.file.*; import java.util.*; import org.copydesk.evaluate.*; import org.copydesk.train.*; import org.copydesk.model.*;
public class Lab {
  static int fold(String host){ return (int) Math.floorMod(org.copydesk.text.ContentHash.of(host).low(), 5L);}
  static State st(Label l,int i,int first,int last){ return switch(l){ case TITLE->State.TITLE; case BYLINE->State.BYLINE; case DATE->State.DATE; case BODY->State.BODY; case PROVIDER->State.PROVIDER; case HEADING->State.HEADING; case TEASER_TITLE->State.TEASER_TITLE; case TEASER_SNIPPET->State.TEASER_SNIPPET; default->State.AFTER;}; }
  public static void main(String[] a) throws Exception {
    Path d=Path.of("/work/shared/data/page-text");
    List<LabelledText> pages=LabelledText.read(d.resolve("labels.tsv"), d.resolve("text"));
    Map<String,PageRecord> gold=new HashMap<>(); PageRecord.read(d.resolve("gold.jsonl"), r->gold.put(r.sourceFile(),r));
    double pen=Double.parseDouble(System.getProperty("pen","5")), tp=Double.parseDouble(System.getProperty("tpen","5")); int it=Integer.getInteger("it",120);
    String show=System.getProperty("show","");
    if(show.contains("oracle")){ LineFigures f=new LineFigures();
      for(LabelledText p:pages){ byte[] pl=p.page().payload(); UnitScanner sc=new UnitScanner(pl,Markers.LISTED); List<Unit> us=new UnitReader(pl,sc).read(); new LineEvidence(us,SiteModel.NONE,sc).mark(p.page());
        List<Label> ls=LineTrainer.of(us,pl,p.labels(),p.page()); State[] ss=new State[us.size()]; for(int i=0;i<ss.length;i++) ss[i]=st(ls.get(i),i,0,0); LineLabeller.setByRule(us,ss);
        Segmented r=new Segmenter(SegmentSettings.defaults()).assemble(p.page(),SiteModel.NONE,us,ss); PageRecord G=gold.get(p.page().sourceFile()); f.add(p,G,r);
        PageRecord F=DumpPages.record(p.page(),r); if(show.contains("teasers")){ Set<String> x=new LinkedHashSet<>(); for(var t:G.teasers()) x.add(t.title()+" || "+(t.snippet()==null?"":t.snippet())); Set<String> y=new LinkedHashSet<>(); for(var t:F.teasers()) y.add(t.title()+" || "+(t.snippet()==null?"":t.snippet())); for(String s:x) if(!y.contains(s)) System.out.println("- "+s); for(String s:y) if(!x.contains(s)) System.out.println("    + "+s);} }
      System.out.println(f.text()); return; }
    List<LineTrainer.Example> ex=new ArrayList<>();
    for(LabelledText p:pages) ex.add(LineTrainer.example(p.page(), SiteModel.NONE, p.labels(), 1));
    LineFigures f=new LineFigures();
    long t0=System.nanoTime();
    for(int k=0;k<5;k++){
      List<LineTrainer.Example> tr=new ArrayList<>();
      for(int i=0;i<pages.size();i++) if(fold(pages.get(i).host())!=k && ex.get(i)!=null) tr.add(ex.get(i));
      Path mf=Path.of(System.getProperty("models","/tmp/labeller/m")+k); LineModel m;
      if(show.contains("reuse")) m=LineModel.read(Files.newInputStream(mf)); else { m=LineTrainer.train(tr,new LineTrainer.Settings(pen,tp,it),List.of()); Files.write(mf,m.toBytes()); }
      Segmenter s=new Segmenter(SegmentSettings.defaults(),m);
      for(int i=0;i<pages.size();i++) if(fold(pages.get(i).host())==k){ LabelledText p=pages.get(i); Segmented r=s.segment(p.page(),SiteModel.NONE); PageRecord G=gold.get(p.page().sourceFile()); f.add(p,G,r);
        String x=G.article()==null?null:G.article().title(), y=r.article()==null?null:r.article().title();
        if(show.contains("titles") && !Objects.equals(x,y)) System.out.println(p.page().sourceFile()+" "+p.language()+(r.article()==null?" NOARTICLE":"")+"\n   gold  "+x+"\n   found "+y);
        if(show.contains("bodies")){ PagesEvaluation e=new PagesEvaluation(); e.add(G,DumpPages.record(p.page(),r)); double b=e.result().bodyF1(); if(b<.8){ System.out.printf("%s %s body %.3f P %.3f R %.3f%n",p.page().sourceFile(),p.language(),b,e.result().bodyPrecision(),e.result().bodyRecall());
          if(show.contains("lines")){ List<Label> L=LineFigures.labelsOf(p.page(),r.spans()); List<String> ln=p.lines(); for(int j=0;j<ln.size();j++) if(L.get(j)!=p.labels().get(j)) System.out.println("     "+p.labels().get(j)+" -> "+L.get(j)+"  "+ln.get(j).substring(0,Math.min(90,ln.get(j).length()))); } } }
      }
    }
    System.out.printf("%.0f s%n",(System.nanoTime()-t0)/1e9);
    System.out.println(f.text());
  }
}
