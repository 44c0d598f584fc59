// What Gephi itself makes of a graph file: a line of JSON for each issue, node and edge.
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class ReadGraph {
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(new File(args[0]));
        Iterator<Issue> issues = container.getReport().getIssues(1000);
        while (issues.hasNext()) {
            out.println("{\"element\": \"issue\", \"text\": " + quoted(issues.next().getMessage()) + "}");
        }
        if (args.length > 1) {
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.valueOf(args[1]));
        }
        importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        DirectedGraph graph = model.getDirectedGraph();
        for (Node node : graph.getNodes()) {
            out.println("{\"element\": \"node\", " + attributes(node, model) + colour(node) + "}");
        }
        for (Edge edge : graph.getEdges()) {
            String kind = String.valueOf(model.getEdgeTypeLabel(edge.getType()));
            out.println("{\"element\": \"edge\", \"source\": " + quoted(edge.getSource().getId().toString())
                + ", \"target\": " + quoted(edge.getTarget().getId().toString())
                + ", \"kind\": " + quoted(kind) + ", " + attributes(edge, model) + "}");
        }
    }

    private static String attributes(Element element, GraphModel model) {
        List<String> found = new ArrayList<>();
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (value != null) {
                boolean isPlain = value instanceof Number || value instanceof Boolean;
                found.add(quoted(column.isProperty() ? column.getId() : column.getTitle()) + ": " + (isPlain ? value : quoted(value.toString())));
            }
        }
        return String.join(", ", found);
    }

    private static String colour(Node node) {
        return ", \"colour\": \"" + node.getColor().getRed() + " " + node.getColor().getGreen() + " "
            + node.getColor().getBlue() + "\"";
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
