package org.copydesk.train;
import java.nio.file.*; import java.util.*; import org.copydesk.evaluate.*; import org.copydesk.segment.*; import org.copydesk.model.*;
public class Lab2 {
  public static void main(String[] a) throws Exception {
    Path D=Path.of("/work/shared/data"), d=D.resolve("page-text");
    List<LabelledText> pages=LabelledText.read(d.resolve("labels.tsv"), d.resolve("text"));
    Map<String,LabelledText> by=new HashMap<>(); Set<String> hosts=new HashSet<>(); for(var p:pages){ by.put(p.page().sourceFile(),p); hosts.add(p.host()); }
    double pen=Double.parseDouble(System.getProperty("pen","30")), tp=Double.parseDouble(System.getProperty("tpen","8")); int it=Integer.getInteger("it",100);
    long t0=System.nanoTime();
    Map<String,List<int[]>> marks=new HashMap<>();
    List<MarkedPage> html=List.of();
    if(Integer.getInteger("html",400)>0){
    var known=KnownArticle.read(D.resolve("html-wcxb/gold.jsonl"));
    int al=0,tot=0;
    for(String r:Files.readAllLines(d.resolve("html.tsv"))){ String[] f=r.split("\t"); if(!f[1].startsWith("html-wcxb/")) continue; String fn=f[1].substring(f[1].lastIndexOf('/')+1);
      List<int[]> m=MarkedPage.marks(D.resolve(f[1]), known.get(fn), by.get(f[0]).lines()); if(m==null){System.out.println("no html "+r);continue;} for(int[] x:m){tot++; if(x[1]>0)al++;} marks.put(f[0],m);} 
    System.out.println("aligned "+al+"/"+tot);
    html=MarkedPage.read(D.resolve("html-wcxb"),hosts,Integer.getInteger("html",400)); }
    System.out.printf("%d html pages, %.0f s%n",html.size(),(System.nanoTime()-t0)/1e9);
    TrainPages t=new TrainPages(pages,marks,html,List.of(),new LineTrainer.Settings(pen,tp,it),new java.io.PrintWriter(System.out,true));
    LineFigures fig=new LineFigures();
    for(int k=0;k<5;k++){ LineModel m=t.train(k,List.of()); Files.write(Path.of("/tmp/labeller/h"+k),m.toBytes()); t.judge(new Segmenter(SegmentSettings.defaults(),m),k,fig); System.out.printf("fold %d %.0f s%n",k,(System.nanoTime()-t0)/1e9); }
    System.out.println(fig.text());
  }
}
